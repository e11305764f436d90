"""Review: looking back over a year, with every figure's n."""
