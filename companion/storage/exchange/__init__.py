"""Moving house: exports, and what other journals export."""
