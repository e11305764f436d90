"""Sealing what is written with age: the keys, the passphrase, and what stands between our bytes and the disk."""
