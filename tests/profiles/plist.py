"""Reads the profiles for devices of Apple below a folder, and holds them against what Apple documents: `plist.py FOLDER`.

The keys are those of `com.apple.mail.managed` and of the top level of a profile (Apple, Device Management).
"""

import pathlib
import plistlib
import re
import sys

TOP = {"PayloadContent": list, "PayloadIdentifier": str, "PayloadType": str, "PayloadUUID": str, "PayloadVersion": int}
MAIL = {
    "EmailAccountType": str,
    "IncomingMailServerAuthentication": str,
    "IncomingMailServerHostName": str,
    "OutgoingMailServerAuthentication": str,
    "OutgoingMailServerHostName": str,
    "PayloadIdentifier": str,
    "PayloadType": str,
    "PayloadUUID": str,
    "PayloadVersion": int,
}
UUID = re.compile("[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}")


def has(payload, keys):
    for key, kind in keys.items():
        assert isinstance(payload.get(key), kind), f"{key} is missing, or no {kind.__name__}"
    assert UUID.fullmatch(payload["PayloadUUID"]), "the UUID is none of version 5"


def check(text):
    profile = plistlib.loads(text)
    has(profile, TOP)
    assert profile["PayloadType"] == "Configuration" and profile["PayloadVersion"] == 1
    assert profile["ConsentText"]["default"] and set(profile["ConsentText"]) > {"default", "en", "fr", "ar"}
    (mail,) = profile["PayloadContent"]
    has(mail, MAIL)
    assert mail["PayloadType"] == "com.apple.mail.managed" and mail["PayloadUUID"] != profile["PayloadUUID"]
    assert mail["EmailAccountType"] in ("EmailTypeIMAP", "EmailTypePOP")
    assert mail["IncomingMailServerUseSSL"] is True and mail["OutgoingMailServerUseSSL"] is True
    assert b"<key>IncomingPassword" not in text and b"<key>OutgoingPassword<" not in text


paths = sorted(pathlib.Path(sys.argv[1]).rglob("*.mobileconfig"))
assert paths, "there is no profile"
for path in paths:
    try:
        check(path.read_bytes())
    except (AssertionError, KeyError, ValueError) as wrong:
        sys.exit(f"{path}: {wrong}")
print(f"{len(paths)} profiles")
