### Values that readers type, values from a link, and buttons that copy.

# Button: copies the address of this page together with the reader’s values.
panel-share = Copy a link with my values
# When a value is wanted that is still unknown, by the button above or to copy a host; the field is focused.
value-missing = Type this value first.
# Followed by what may be typed, such as “a whole number from 1 to 99”.
value-refused = This does not fit. Allowed:
# After the reader typed a value. It is stored in the browser.
values-shown = Saved. All guides now show your values.
# The same where the browser stores nothing.
values-shown-here = Shown on this page. Your browser does not save values for other pages.
# After the stored values were removed.
values-forgotten = Your values are removed from this browser.
# After “Copy a link with my values”.
values-shared = The link is copied.
# Spoken name of the bar that appears when the page was opened with values in its address.
link-title = Values from a link
# Text of that bar.
link-text = This page shows values from a link:
# Button: store the values from the link as one’s own.
link-keep = Keep
# Button: go back to one’s own values.
link-mine = Use mine
# After that button. The reader may have no values of their own.
link-left = The values from the link are no longer shown.
# When a link holds a value that cannot be one, such as 777 where 1 to 99 is allowed.
link-refused = This link has a value that does not fit. It is not used.
# Spoken name of a button. $value: “pro3.mail.ovh.net” or “993”.
copy-value = Copy { $value }
# Spoken after copying.
copied-value = Copied: { $value }
# Spoken name of the button at a block of code.
copy-code = Copy the code
# Spoken after copying.
copied-code = The code is copied.
# The browser refused to copy.
copy-failed = Copying did not work. Please select the text and copy it.
