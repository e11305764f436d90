"""A second opinion on the review: every figure computed anew from the raw records, by nothing of Companion."""
