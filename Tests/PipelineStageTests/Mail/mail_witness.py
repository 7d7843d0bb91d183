"""Assembles a mail as SES does, reads it with Python's parser and an HTML validator, and says what a reader sees.

Reads {sender, recipients, subject, headers, text, html, attachments} as JSON; writes {subject, recipients, headers, defects,
problems, links, images, table, text} as JSON; a table is its rows of texts, the header first.
"""

import base64
import json
import sys
from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import urlsplit

import html5lib


def assembled(mail):
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = mail["sender"]
    message["To"] = ", ".join(mail["recipients"])
    message["Subject"] = mail["subject"]
    for name, value in mail["headers"].items():
        message[name] = value
    message.set_content(mail["text"])
    message.add_alternative(mail["html"], subtype="html")
    page = message.get_payload()[1]
    for file in mail["attachments"]:
        maintype, subtype = file["contentType"].split("/")
        page.add_related(bytes(file["bytes"]), maintype, subtype, cid=f"<{file['contentID']}>", disposition="inline")
    return message.as_bytes()


def page_facts(text, content_ids):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(text)
    problems = [f"{code} at {place}: {values}" for place, code, values in parser.errors]
    images = list(tree.iter("img"))
    for image in images:
        if not image.get("alt") or not image.get("width"):
            problems.append("an image without a text or a width")
        if image.get("src", "").removeprefix("cid:") not in content_ids:
            problems.append(f"no attachment for {image.get('src')}")
    links = [anchor.get("href") for anchor in tree.iter("a")]
    problems += [f"not a link: {link}" for link in links if urlsplit(link).scheme not in ("http", "https")]
    problems += [f"a {tag} element" for tag in ("script", "iframe", "form", "object") if list(tree.iter(tag))]
    if tree.find("head/title") is None or not tree.find("head/title").text:
        problems.append("no title")
    if len({len(row) for row in table(tree)}) > 1:
        problems.append("rows of different lengths")
    return problems, links, len(images), table(tree)


def table(tree):
    return [["".join(cell.itertext()) for cell in row] for row in tree.iter("tr")]


def main():
    mail = json.load(sys.stdin)
    read = message_from_bytes(assembled(mail), policy=policy.default)
    parts = list(read.walk())
    page = read.get_body(("html",))
    ids = {part["Content-ID"].strip("<>") for part in parts if part["Content-ID"]}
    problems, links, images, rows = page_facts(page.get_content(), ids)
    json.dump(
        {
            "subject": read["Subject"],
            "recipients": [address.addr_spec for address in read["To"].addresses],
            "headers": sorted(read.keys()),
            "defects": [str(defect) for part in parts for defect in part.defects],
            "problems": problems,
            "links": links,
            "images": images,
            "table": rows,
            "text": read.get_body(("plain",)).get_content().replace("\r\n", "\n"),
        },
        sys.stdout,
    )


main()
