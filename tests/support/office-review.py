"""Works on a Word document in LibreOffice: python3 office-review.py FOLDER PERSON COMMANDS.

COMMANDS is JSON, a list of commands:
  {"do": "texts", "file": F}: the paragraphs with all tracked changes rejected, and with all accepted
  {"do": "edit", "file": F, "to": G, "tracked": bool, "edits": [...]}: edits F and stores it as G
The edits are ["replace", OLD, NEW], ["delete", WORDS], ["split", WORDS] after the words, ["join", WORDS] after the paragraph
that begins with the words, ["remove", WORDS] the paragraph that begins with the words.
Prints the answers as JSON.
"""

import json
import os
import subprocess
import sys
import time
from xml.sax.saxutils import escape

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.UserProfile/Data"><prop oor:name="givenname" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
"""


def value(name, content):
    """Makes a property of a call."""
    property = PropertyValue()
    property.Name, property.Value = name, content
    return property


class Office:
    """LibreOffice with a profile of its own, in which a person works."""

    def __init__(self, folder, person):
        profile = os.path.join(folder, "review-profile")
        os.makedirs(os.path.join(profile, "user"), exist_ok=True)
        with open(os.path.join(profile, "user", "registrymodifications.xcu"), "w", encoding="utf-8") as file:
            file.write(PROFILE.format(escape(person)))
        pipe = f"midad-{os.getpid()}"
        self.process = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={uno.systemPathToFileUrl(profile)}",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        deadline = time.monotonic() + 120
        while True:
            try:
                self.context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                if time.monotonic() > deadline or self.process.poll() not in (None, 81):
                    raise
                time.sleep(0.1)
        self.desktop = self.create("com.sun.star.frame.Desktop")
        self.dispatcher = self.create("com.sun.star.frame.DispatchHelper")

    def create(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def open(self, path):
        url = uno.systemPathToFileUrl(os.path.abspath(path))
        return self.desktop.loadComponentFromURL(url, "_blank", 0, (value("Hidden", True),))

    def dispatch(self, document, command):
        frame = document.getCurrentController().getFrame()
        self.dispatcher.executeDispatch(frame, command, "", 0, ())

    def close(self):
        self.desktop.terminate()
        self.process.wait(60)


def paragraphs(text):
    """Returns the paragraphs of a text and of its tables in reading order, without empty ones."""
    found = []
    parts = text.createEnumeration()
    while parts.hasMoreElements():
        part = parts.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.getCellNames():
                found += paragraphs(part.getCellByName(name))
        elif part.getString().strip() != "":
            found.append(part.getString())
    return found


def texts(office, command):
    answer = {}
    for name, dispatched in (("base", ".uno:RejectAllTrackedChanges"), ("head", ".uno:AcceptAllTrackedChanges")):
        document = office.open(command["file"])
        office.dispatch(document, dispatched)
        answer[name] = paragraphs(document.getText())
        document.close(True)
    return answer


def found(document, words):
    search = document.createSearchDescriptor()
    search.SearchString = words
    place = document.findFirst(search)
    if place is None:
        raise ValueError(words)
    return place


def edit(office, command):
    document = office.open(command["file"])
    document.RecordChanges = command["tracked"]
    for kind, words, *more in command["edits"]:
        place = found(document, words)
        text = place.getText()
        cursor = text.createTextCursorByRange(place)
        if kind in ("replace", "delete"):
            cursor.setString(more[0] if more else "")
        elif kind == "split":
            cursor.collapseToEnd()
            text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        elif kind == "join":
            cursor.gotoEndOfParagraph(False)
            cursor.goRight(1, True)
            cursor.setString("")
        elif kind == "remove":
            cursor.gotoStartOfParagraph(False)
            cursor.gotoEndOfParagraph(True)
            cursor.goRight(1, True)
            cursor.setString("")
        else:
            raise ValueError(kind)
    url = uno.systemPathToFileUrl(os.path.abspath(command["to"]))
    document.storeToURL(url, (value("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    return None


def main():
    folder, person, commands = sys.argv[1:]
    office = Office(folder, person)
    try:
        work = {"texts": texts, "edit": edit}
        answers = [work[command["do"]](office, command) for command in json.loads(commands)]
    finally:
        office.close()
    print(json.dumps(answers, ensure_ascii=False))


main()
