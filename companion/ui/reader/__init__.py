"""Reading Markdown: text to blocks, blocks to lines, lines to the screen."""
