"""Looking back: every figure against an independent computation, every sentence at its minimum."""
