"""Words: scripts to copy and own ones beside them."""
