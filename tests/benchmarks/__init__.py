"""What things cost, side by side with what they are compared with; run by hand."""
