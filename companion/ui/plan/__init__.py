"""Plan: worksheets filled in when calm."""
