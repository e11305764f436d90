"""Text without a screen: made safe to draw, read from Markdown, laid out in lines, gathered from the library."""
