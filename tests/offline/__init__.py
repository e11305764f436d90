"""What keeps every test, and every Python that a test starts, away from the network."""
