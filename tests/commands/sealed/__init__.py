"""The verbs and the passphrase."""
