"""The names of the themes that come with the app, known without Textual."""

OURS = ("dusk", "dawn", "plain")
TEXTUALS = (
    "textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha", "dracula", "tokyo-night", "monokai",
    "flexoki", "catppuccin-latte", "catppuccin-frappe", "catppuccin-macchiato", "solarized-light", "solarized-dark",
    "rose-pine", "rose-pine-moon", "rose-pine-dawn", "atom-one-dark", "atom-one-light",
)  # fmt: skip
"""Textual's, but for the two of the terminal's own 16 colours: nobody knows how those look; “plain” is for them."""
