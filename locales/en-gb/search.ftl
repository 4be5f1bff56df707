### The search and the alphabetical index.

# Button in the header that opens the search, and the name of its dialog. One word.
search = Search
# Inside the empty search field.
search-label = Search the guides
# Name, read aloud, of the button that closes the search.
search-close = Close the search
# After a search. $count: how many guides were found.
search-count = Guides found: { $count }
# When nothing was found. $query: what the reader typed.
search-none = Nothing found for “{ $query }”. Try fewer or other words.
# When the search cannot be loaded.
search-failed = The search does not work right now. The list of all guides does.
# Below the results: shows further ones.
search-more = Show more
# Beside a result in another language. $language: the name of that language.
search-language = Language: { $language }
# At the end of the search: leads to the alphabetical index.
search-alphabet = All guides from A to Z
# Title of the alphabetical index.
alphabet-title = Guides from A to Z
# Below that title.
alphabet-text = All pages in this language, in alphabetical order.
# Name, read aloud, of the list of letters.
alphabet-letters = Letters
