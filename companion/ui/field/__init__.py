"""What one fills in: an editor for each kind of field, and the box it stands in."""
