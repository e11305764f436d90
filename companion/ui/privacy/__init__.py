"""The passphrase: unlocking, setting, changing and removing it, and when the app locks itself."""
