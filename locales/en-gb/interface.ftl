### Texts of the theme and of what the program writes into pages.
### Ids are stable. Keep what stands between braces: `{ $name }` is filled in by the program.
### Write as you would speak to a customer: short, polite, no jargon.

## Around every page

# Hidden until the keyboard reaches it: jumps over header and menu.
skip-to-content = Skip to content
# Opens the section's menu on a phone.
menu = Menu
# Spoken name of the menu at the side of a guide.
section-navigation = Guides in this section
# Spoken name of the path above the title (Home > Email > …).
breadcrumbs = You are here
# Heading of the list of the page's own sections.
on-this-page = On this page
# Spoken before the name of the current language in the header.
languages = Language
# Between the name of a thing and what it names; spoken, with a space after it.
label-end = :
# On the first page of the site and as a link in the footer.
choose-language = Choose your language
# First entry of the path above the title.
home = Home
# Under a shortened list of guides; leads to the whole list.
all-guides = All guides
# Next to a guide or language for which there is no translation. Very short.
untranslated-badge = not translated
# Number of guides in a section.
guide-count = { $count ->
    [one] { $count } guide
   *[other] { $count } guides
}
# Small print at the end of every page.
footer-text = What you type on these pages stays in your browser.

## Below a guide

# $date: the date, written out in the reader's language.
last-updated = Last updated on { $date }
# Leads to the source of the guide, where a correction can be proposed.
edit-page = Suggest a change
# Spoken name of the two links below.
pager = Previous and next guide
previous = Previous
next = Next

## Page not found (404)

not-found-title = This page does not exist
not-found-text = The address may be mistyped, or the guide may have moved.
not-found-home = Go to the home page
# Heading of the list of languages on this page.
other-languages = Other languages

## Notices above a guide

# $asked, $given: names of languages in the reader's language, such as "Polish".
fallback-notice = This guide is not yet available in { $asked }; it is shown in { $given }.
machine-translated = This guide was translated by a machine. Wording and interface labels may differ from what you see on your screen.
# Badges below a translation; “reviewed” says that a person went over what a machine translated.
translated-human = Translated by a person
translated-reviewed = Translated by a machine, reviewed by a person
stale-notice = The passages marked at their side are older than the original.
behind-notice = Passages in the language of the original have changed there since they were translated, or are not translated yet.
stale-original = Read the original

## The panel in which readers type their own values

# Heading of the panel.
panel-title = Make this guide yours
# Shown instead of the field where scripts are switched off.
# “?” is the mark that stands for the unknown value in the text.
panel-without-scripts = Wherever you see a highlighted mark such as “?”, put your own value in its place.
# Button: put the value into the whole page.
panel-apply = Show my values
# Button: remove the stored values from this browser.
panel-forget = Forget my values
# The label of the field for the number in pro?.mail.ovh.net.
parameter-server = Your server number
# Where to find that number. Names of menus as in the hosting control panel.
find-server-number = You will find this number in your hosting control panel: open the service, then “General information”. It is part of the server name in the “Connection” box.
# What may be typed, shown under the field. $min, $max: whole numbers.
parameter-allowed-integer = a whole number from { $min } to { $max }
# $choices: a list that is already joined, such as “eu, ca or us”.
parameter-allowed-choice = one of { $choices }
parameter-allowed-domain = a domain name, such as example.com
parameter-allowed-email = an e-mail address, such as name@example.com
parameter-allowed-pattern = exactly as it is shown in your control panel

## Callouts: the title above the text, where the author gave none

# General information.
callout-primary = Information
# Something the reader must know before going on.
callout-warning = Important
# The strongest: data or money may be lost.
callout-alert = Warning
# A tip, or something that went well.
callout-success = Good to know
# A side note.
callout-info = Note

## Blocks in a guide

# $number: 1, 2, 3…
step = Step { $number }
# A tab for which the author wrote no label.
tab-untitled = Untitled
# Summary of a fold-out for which the author wrote no title.
details-untitled = Details
# A question that the author left empty.
faq-untitled = Question
# Link that opens an API call in the API console.
api-open = Open in the API console
# Heading of the box that shows the way through the control panel.
control-panel-title = In your control panel
# Link on a card that leads to a video.
video-open = Watch the video
# Heading above the footnotes (only spoken).
footnotes-title = Footnotes
# Link from a footnote to the place in the text that refers to it (only spoken).
footnote-back = Back to the text
# Spoken in place of the “…” button of the control panel.
icon-ellipsis = More actions
# $name: file name or description of a picture that could not be found.
image-missing = Picture missing: { $name }
# Spoken on pictures that open in full size.
image-enlarge = Enlarge picture
# Shown when the pointer rests on a link whose target is missing.
dead-link = This page does not exist yet
carousel-label = Pictures
# Spoken name of a table that can be scrolled sideways.
table-label = Table

## Tables of mail server settings

# $service: name of the mail service, such as “Email Pro”.
settings-caption = Settings for { $service }
settings-server-type = Server type
settings-server-name = Server name
settings-protocol = Protocol
settings-port = Port
settings-security = Security
settings-direction-incoming = Incoming
settings-direction-outgoing = Outgoing
# Names as mail programs show them; normally not translated.
security-tls = SSL/TLS
security-starttls = STARTTLS
security-none = None
