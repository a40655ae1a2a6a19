"""Reads every message of a folder with Python's email package; writes what it found as JSON."""
import base64
import email
import email.policy
import json
import os
import sys


def people(message):
    found = message["from"]
    return [{"name": one.display_name, "address": one.addr_spec if one.domain else ""} for one in found.addresses] if found else []


def content(part):
    inner = part.get_payload(decode=True)
    return inner if inner is not None else part.get_payload(0).as_bytes()


def read(path):
    with open(path, "rb") as file:
        message = email.message_from_bytes(file.read(), policy=email.policy.default)
    body = message.get_body(("plain",))
    files = [
        {"name": part.get_filename() or "", "type": part.get_content_type(), "content": base64.b64encode(content(part)).decode()}
        for part in message.iter_attachments()
    ] if message.is_multipart() else []
    return {"subject": str(message["subject"] or ""), "from": people(message), "text": body.get_content() if body else None, "files": files}


def clean(found):
    """Bytes that are no text stand as surrogates in Python's strings, which are no JSON."""
    if isinstance(found, dict):
        return {name: clean(value) for name, value in found.items()}
    if isinstance(found, list):
        return [clean(value) for value in found]
    return found.encode("utf-8", "replace").decode() if isinstance(found, str) else found


def attempt(path):
    try:
        return clean(read(path))
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


folder = sys.argv[1]
found = {name.removesuffix(".eml"): attempt(os.path.join(folder, name)) for name in os.listdir(folder)}
json.dump(found, sys.stdout)
