"""Looking back over a stretch of days: counts and means, each with its n; no verdict."""
