#!/usr/bin/env python3
"""Writes a site for the benchmark: invented guides in the dialect, the same bytes on every machine.

The words mean nothing, but everything that costs time is as in real guides: a vocabulary of 6,000 words for each locale, drawn by
Zipf's law; pages of 2 to 30 KB around a median of 7.9 KB; callouts, steps, tables, settings tables, code, images, and links between
guides; about as many sections as a section has guides. Each page has a random generator of its own, seeded by its number and locale,
so that neither the order of the work nor the number of processes changes a byte.
"""
import argparse
import concurrent.futures
import itertools
import math
import random
import re
import struct
import zlib
from pathlib import Path

from guides import ACCENTED, IMAGES, SEED, Vocabulary, Writer, guide, octets

SIZES = {"S": (100, 5), "M": (1000, 5), "L": (1700, 9)}

CONFIGURATION = """\
title: Benchmark
base_url: https://guides.example.net/
source_locale: en
locales:
"""

SERVICE = """\
name: { en: Email Pro }
parameters:
  server: { integer: [1, 99], mark: "?" }
host: "pro{server}.mail.ovh.net"
endpoints:
  - { direction: incoming, protocol: imap, port: 993, security: tls }
  - { direction: incoming, protocol: pop3, port: 995, security: tls }
  - { direction: outgoing, protocol: smtp, port: 587, security: starttls }
"""


class Plan:
    """What all locales share: the sections, and the folder and length of each guide."""

    def __init__(self, guides):
        english = Vocabulary("en")
        rng = random.Random(f"{SEED}-struct-{guides}")
        sections = max(2, round(math.sqrt(guides)))
        self.sections = [f"s{number:02d}-{english.name(rng, 2)}" for number in range(sections)]
        self.folders, self.lengths = [], []
        for number in range(guides):
            name = english.name(rng, rng.randint(2, 4))
            self.folders.append(f"{self.sections[number * sections // guides]}/g{number:05d}-{name}")
            self.lengths.append(max(2000, min(27000, rng.lognormvariate(math.log(7000), .5))))

    def addressed(self, text):
        text = re.sub("\0G(\\d+)\0", lambda found: f"/pages/{self.folders[int(found[1])]}", text)
        return re.sub("\0I(\\d+)\0", lambda found: f"/pages/assets/images/i{int(found[1]):02d}.png", text)


def write_locale(content, plan, locale):
    """Writes the guides and landing pages of a locale; returns the bytes of the guides."""
    vocabulary, english = Vocabulary(locale), Vocabulary("en")
    guides, total = len(plan.folders), 0
    for number, (folder, length) in enumerate(zip(plan.folders, plan.lengths)):
        writer = Writer(vocabulary, random.Random(f"{SEED}-{number}-{locale}"), guides)
        coder = Writer(english, random.Random(f"{SEED}-{number}-code"), guides)
        text = plan.addressed(guide(writer, coder, length, number))
        write(content / folder / f"guide.{locale}.md", text.encode())
        total += octets(text)
    landing = Writer(vocabulary, random.Random(f"{SEED}-sec-{locale}"), guides)
    for section in plan.sections:
        text = f'---\ntitle: "{landing.capitalized(1, 3)}"\nexcerpt: "{landing.capitalized(8, 16)}"\n---\n'
        write(content / section / f"index.{locale}.md", text.encode())
    return total


def png(number, width=320, height=200):
    """A picture of coloured bands, eight lines high."""
    rng = random.Random(f"{SEED}-img-{number}")
    palette = [bytes(rng.randrange(256) for _ in range(3)) for _ in range(16)]

    def line():
        pixels = bytearray()
        while len(pixels) < width * 3:
            run = min(rng.randint(20, 90), width - len(pixels) // 3)
            pixels += palette[rng.randrange(16)] * run
        return b"\0" + bytes(pixels)

    lines = [line() for _ in range(height)]
    data = b"".join(lines[y - y % 8] for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b"")


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def write_site(site, guides, locales):
    """Writes the whole site; returns the bytes of its guides."""
    configuration = CONFIGURATION + "".join(f"  {locale}: {{}}\n" for locale in locales)
    write(site / "polyguide.yaml", configuration.encode())
    write(site / "data/services/email-pro.yaml", SERVICE.encode())
    content, plan = site / "content", Plan(guides)
    for number in range(IMAGES):
        write(content / f"assets/images/i{number:02d}.png", png(number))
    with concurrent.futures.ProcessPoolExecutor() as pool:
        return sum(pool.map(write_locale, itertools.repeat(content), itertools.repeat(plan), locales))


def size(text):
    """`S`, `M`, `L`, or guides by locales, such as `300x3`."""
    if text in SIZES:
        return SIZES[text]
    guides, locales = map(int, text.split("x"))
    if guides < 1 or not 1 <= locales <= len(ACCENTED):
        raise ValueError(text)
    return guides, locales


def main():
    sizes = ", ".join(f"{name} ({guides} guides in {locales} locales)" for name, (guides, locales) in SIZES.items())
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("size", type=size, help=f"{sizes}, or GUIDESxLOCALES with at most {len(ACCENTED)} locales")
    parser.add_argument("out", type=Path, help="the folder of the site")
    arguments = parser.parse_args()
    guides, locales = arguments.size
    total = write_site(arguments.out, guides, list(ACCENTED)[:locales])
    pages = guides * locales
    print(f"{pages} guide pages, {total / 1e6:.1f} MB, {total / pages:.0f} bytes a page")


if __name__ == "__main__":
    main()
