"""The text of invented guides: words that mean nothing, in the shapes that real guides have."""
import itertools
import random
import re
from typing import NamedTuple

SEED = 20261122
"""All random generators start from it; another number is another corpus."""

IMAGES = 40
WORDS = 6000
COMMON_WORDS = 60
"""The most frequent words have one syllable; the names of sections and guides do without them."""

ACCENTED = {
    "en": "", "fr": "éèàêçîôù", "de": "äöüß", "es": "áéíóúñ", "it": "àèéìòù",
    "pl": "ąćęłńóśźż", "pt": "ãáâçéêíõú", "nl": "ëïé", "cs": "áčďéěíňřšťúůýž",
}
"""The locales, in the order in which a corpus takes them, and the letters that make each look like itself."""

UNACCENTED = str.maketrans("éèàêçîôùäöüßáíóúñìòąćęłńśźżãâõëïčďěňřšťůýž", "eeaeciouaousaiounioacelnszzaaoeicdenrstuyz")
LABELS = ["Web Cloud", "Domain names", "Create", "Next", "Order", "Settings", "Advanced", "DNS zone"]
CODE = ["systemctl", "kubectl", "/etc/hosts", "Web Cloud", "Domain names", "ssh-keygen", "--force", "DNS zone", "port 443", "curl -I",
        "config.yaml", "public_key", "TXT", "CNAME", "Create", "Next", "Order", "Settings", "Advanced", "network.json", "192.0.2.10",
        "/var/log/app.log", "root", "IMAP"]

SETTINGS = """\
|Server type|Server name|Security type|Port|
|---|---|---|---|
|Incoming|pro**?**.mail.ovh.net|SSL/TLS|993|
|Outgoing|pro**?**.mail.ovh.net|STARTTLS|587|"""


class Block(NamedTuple):
    """A block of a page and what it takes of the page's length; links and images count as the stand-ins below."""

    text: str
    size: int


def paragraph(text):
    return Block(text, octets(text) + 2)


def heading(level, text):
    return Block(f"{'#' * level} {text}", octets(text) + level + 3)


def bullets(items):
    return Block("\n".join(f"- {item}" for item in items), sum(octets(item) + 4 for item in items) + 1)


def numbered(items):
    return Block("\n".join(f"{n}. {item}" for n, item in enumerate(items, 1)), sum(octets(item) + 4 for item in items) + 1)


def callout(kind, paragraphs):
    return Block(f"> [!{kind}]\n>\n> " + "\n>\n> ".join(paragraphs) + "\n>", sum(octets(text) + 4 for text in paragraphs) + 20)


def fenced(language, text):
    return Block(f"```{language}\n{text}\n```", octets(text) + 14)


def table(head, rows):
    lines = ["|" + "|".join(head) + "|", "|" + "---|" * len(head)] + ["|" + "|".join(row) + "|" for row in rows]
    cells = sum(sum(octets(cell) + 1 for cell in row) + 2 for row in rows)
    return Block("\n".join(lines), cells + sum(octets(cell) + 5 for cell in head) + 4)


def octets(text):
    return len(text.encode())


def ascii_of(word):
    return word.translate(UNACCENTED)


class Vocabulary:
    """The words of a locale, the most frequent first."""

    def __init__(self, locale):
        self.locale = locale
        self.words = list(itertools.islice(distinct_words(locale), WORDS))
        self.weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(WORDS)))

    def name(self, rng, words):
        """A file name of so many words."""
        return ascii_of("-".join(rng.choices(self.words[COMMON_WORDS:], k=words)))


def distinct_words(locale):
    rng = random.Random(f"{SEED}-vocab-{locale}")
    consonants = "bcdfglmnprstv" + ("wkz" if locale in ("pl", "nl", "de", "cs") else "qh")
    accented = ACCENTED[locale]

    def syllable():
        vowel = rng.choice(accented) if accented and rng.random() < .07 else rng.choice("aeiou")
        return rng.choice(consonants) + vowel + (rng.choice("nrstl") if rng.random() < .35 else "")

    seen = set()
    while True:
        syllables = 1 if len(seen) < COMMON_WORDS else rng.choice((1, 2, 2, 2, 3, 3, 3, 4, 4))
        word = "".join(syllable() for _ in range(syllables))
        if word not in seen:
            seen.add(word)
            yield word


class Writer:
    """Writes text in one locale, from one random generator.

    Addresses are written as stand-ins (`\\0G12\\0` for a guide, `\\0I3\\0` for an image), which `Plan.addressed` in gen.py resolves once the page is
    done: how long a page becomes does not depend on how long the paths are.
    """

    def __init__(self, vocabulary, rng, guides):
        self.vocabulary, self.rng, self.guides = vocabulary, rng, guides

    def words(self, count):
        return self.rng.choices(self.vocabulary.words, cum_weights=self.vocabulary.weights, k=count)

    def phrase(self, least, most):
        return " ".join(self.words(self.rng.randint(least, most)))

    def capitalized(self, least, most):
        text = self.phrase(least, most)
        return text[0].upper() + text[1:]

    def ascii_word(self):
        return ascii_of(self.words(1)[0])

    def guide_link(self):
        guide = self.rng.randrange(self.guides)
        return f"[{self.phrase(2, 7)}](\0G{guide}\0)"

    def external_link(self):
        first, second, third = map(ascii_of, self.words(3))
        return f"[{self.phrase(1, 5)}](https://www.example.com/{self.vocabulary.locale}/{first}-{second}/{third}/)"

    def image(self):
        return f"![{self.phrase(1, 3)}](\0I{self.rng.randrange(IMAGES)}\0)"

    def sentence(self):
        words = self.words(self.rng.randint(7, 22))
        words[0] = words[0][0].upper() + words[0][1:]
        chance = self.rng.random()
        if chance < .36:
            # The place is drawn before the piece: the order of the draws is part of the corpus.
            place = self.rng.randint(1, len(words))
            words.insert(place, self.inline(chance))
        text = " ".join(words)
        space = text.find(" ", len(text) // 2) if len(words) > 12 else -1
        if space > 0:
            text = f"{text[:space]},{text[space:]}"
        return text + "."

    def inline(self, chance):
        if chance < .13:
            return f"`{self.rng.choice(CODE)}`"
        if chance < .25:
            return f"**{self.phrase(1, 3)}**"
        if chance < .30:
            return self.guide_link()
        if chance < .34:
            return self.external_link()
        return f"*{self.phrase(1, 2)}*"

    def sentences(self, least, most):
        return " ".join(self.sentence() for _ in range(self.rng.randint(least, most)))

    def bullets(self, least=3, most=7):
        return bullets([self.item() for _ in range(self.rng.randint(least, most))])

    def item(self):
        return f"**{self.phrase(1, 4)}** : {self.sentence()}" if self.rng.random() < .3 else self.sentence()

    def numbered(self):
        return numbered([self.sentence() for _ in range(self.rng.randint(3, 6))])

    def callout(self):
        kind = self.rng.choice(("primary", "primary", "warning"))
        return callout(kind, [self.sentences(1, 3) for _ in range(self.rng.randint(1, 2))])

    def table(self):
        columns, rows = self.rng.randint(2, 5), self.rng.randint(3, 9)
        cell = self.layout_cell if columns == 2 and self.rng.random() < .6 else self.short_cell
        head = [self.capitalized(1, 3) for _ in range(columns)]
        return table(head, [[cell() for _ in range(columns)] for _ in range(rows)])

    def layout_cell(self):
        """A cell as in the tables that real guides use for layout: an image, or prose with a list made of line breaks."""
        chance = self.rng.random()
        if chance < .3:
            return self.image()
        text = self.sentence()
        if chance > .7:
            text += f"<br />- **{self.phrase(1, 3)}** : {self.phrase(2, 6)}<br />- {self.phrase(3, 8)}"
        return text

    def short_cell(self):
        chance = self.rng.random()
        if chance < .15:
            return f"`{self.rng.choice(CODE)}`"
        return str(self.rng.randint(1, 9999)) if chance < .3 else self.phrase(1, 5)

    def code(self):
        return self.shell() if self.rng.random() < .55 else self.manifest()

    def shell(self):
        return fenced("bash", "\n".join(self.command() for _ in range(self.rng.randint(2, 8))))

    def command(self):
        number, word = self.rng.randint, self.ascii_word
        which = self.rng.randrange(5)
        host = f"{word()}{number(1, 99)}.example.net"
        return [
            f"ssh -p {number(22, 9999)} debian@{host}",
            f"sudo apt-get install -y {word()}-utils",
            f"curl -sS -X POST https://{host}/v1/{word()} -H \"X-Token: $TOKEN\" -d '{{\"id\": {number(1, 9999)}}}'",
            f"# {self.phrase(3, 8)}",
            f'for i in $(seq 1 {number(2, 40)}); do echo "{word()} $i" >> /var/log/{word()}.log; done',
        ][which]

    def manifest(self):
        number, word = self.rng.randint, self.ascii_word
        lines = ["apiVersion: v1", f"kind: {word().title()}", "metadata:", f"  name: {word()}-{number(1, 999)}", "spec:"]
        for _ in range(number(2, 8)):
            key, values = word(), [str(number(1, 9999)), "true", f'"{word()}"']
            lines.append(f"  {key}: {self.rng.choice(values)}")
        lines += ["  ports:", f"    - port: {number(80, 9999)}", "      protocol: TCP  # " + self.phrase(2, 5)]
        return fenced("yaml", "\n".join(lines))

    def steps(self):
        """The dialect's steps: two to five tabs."""
        lines = ["> [!tabs]"]
        for number in range(1, self.rng.randint(3, 6)):
            lines += [f"> **Step {number}**", ">>", f">> {self.sentence()}", ">>"]
        return "\n".join(lines)


END_SIZE = 620
"""What the blocks at the end of a page take of its length."""


def page(writer, coder, length):
    """The blocks of a guide of about so many bytes. The code comes from `coder`: it is the same in all locales, as in real guides."""
    blocks = list(introduction(writer, length))
    size = sum(block.size for block in blocks)
    wanted_tables, tables = writer.rng.randint(1, 4), 0
    while size < length - END_SIZE:
        section = [heading(3, writer.capitalized(3, 9)), paragraph(writer.sentences(2, 4))]
        size += sum(block.size for block in section)
        for kind in writer.rng.sample(("ul", "ol", "callout", "img", "code", "table", "sub", "p"), writer.rng.randint(2, 4)):
            if size >= length - END_SIZE:
                break
            more = body_blocks(kind, writer, coder, tables < wanted_tables)
            tables += kind == "table" and tables < wanted_tables
            section += more
            size += sum(block.size for block in more)
        blocks += section
    if tables == 0:
        blocks.append(writer.table())
    return blocks + list(ending(writer))


def introduction(writer, length):
    day, month = writer.rng.randint, writer.rng.randint
    yield paragraph(f"**{writer.capitalized(2, 4)} {day(1, 28):02d}/{month(1, 12):02d}/2026**")
    yield heading(2, writer.capitalized(1, 2))
    yield paragraph(writer.sentences(1, 2))
    yield paragraph(f"**{writer.capitalized(6, 14)}.**")
    if length > 3000:
        yield writer.callout()
    yield heading(2, writer.capitalized(1, 2))
    yield writer.bullets(2, 4)
    yield heading(2, writer.capitalized(2, 3))


def body_blocks(kind, writer, coder, table_wanted):
    if kind == "ul":
        return [writer.bullets()]
    if kind == "ol":
        return [writer.numbered()]
    if kind == "callout":
        return [writer.callout()]
    if kind == "img":
        return [paragraph(writer.image())]
    if kind == "code":
        return [coder.code()]
    if kind == "table" and table_wanted:
        return [writer.table()]
    if kind == "sub":
        return [heading(4, writer.capitalized(1, 5)), paragraph(writer.sentences(2, 4))]
    return [paragraph(writer.sentences(2, 5))]


def ending(writer):
    yield heading(2, writer.capitalized(2, 3))
    for _ in range(writer.rng.randint(2, 3)):
        yield paragraph(writer.guide_link() + ".")
    yield paragraph(f"{writer.capitalized(3, 6)} [https://community.example.com](https://community.example.com).")


def in_dialect(text, writer):
    """Adds what sets the dialect apart from Markdown: attribute lists, steps, and a settings table whose host is incomplete."""
    for label in LABELS:
        text = text.replace(f"`{label}`", f"`{label}`{{.action}}")
    text = re.sub(r"(!\[[^\]]*\]\([^)]*\))", r"\1{.thumbnail}", text)
    text = re.sub(r"(\[[^\]]*\]\(https://www[^)]*\))", r"\1{.external}", text)
    blocks = text.split("\n\n")
    place = max(1, len(blocks) - 4)
    blocks[place:place] = [writer.steps(), SETTINGS]
    return "\n\n".join(blocks)


def guide(writer, coder, length, order):
    """The whole file of a guide, its addresses still stand-ins."""
    title, excerpt = writer.capitalized(4, 9), writer.capitalized(10, 18)
    blocks = page(writer, coder, length * writer.rng.uniform(.92, 1.1))
    body = in_dialect("\n\n".join(block.text for block in blocks), writer)
    year, month, day = writer.rng.randint(19, 26), writer.rng.randint(1, 12), writer.rng.randint(1, 28)
    return f'---\ntitle: "{title}"\nexcerpt: "{excerpt}"\nupdated: 20{year}-{month:02d}-{day:02d}\norder: {order}\n---\n\n{body}\n'
