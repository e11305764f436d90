"""Looking after a data folder: backups on request, going back to one, erasing, and the doctor."""
