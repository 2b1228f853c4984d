#!/usr/bin/env bash
# gitmailmap(5): a line that begins with # is a comment; an entry maps the name and email of a commit.
# Expected: libgit2 reads the same entries from a .mailmap as git.
# Seen with git 2.39.5 and libgit2 1.5.1 (by pygit2 1.11.1): to libgit2 an entry for a commit's name with # in it is
# none. And one entry for an empty email, which git takes, is an error that leaves no entry of the file.
. "$(dirname "$0")/common.sh"
echo "version: $(git --version)"
debs python3-pygit2=1.11.1-3 libgit2-1.5 libhttp-parser2.9 libmbedcrypto7 libmbedtls14 libmbedx509-1 libssh2-1 \
    python3-cffi python3-cffi-backend python3-cached-property python3-pycparser
git init -q clone

cat > resolve.py <<'PYTHON'
import sys
import pygit2

text, name, email = sys.argv[1:]
try:
    print("%s <%s>" % pygit2.Mailmap.from_buffer(text).resolve(name, email))
except ValueError as e:
    print(type(e).__name__)
PYTHON
git_resolve() { printf %s "$1" > clone/.mailmap; git -C clone check-mailmap "$2"; }

hash=$'Jane Smith <jane@example.org> J #2 <old@example.org>\n'
expect 'git, for "J #2"'            'Jane Smith <jane@example.org>' "$(git_resolve "$hash" 'J #2 <old@example.org>')"
expect 'libgit2, for "J #2"'        'J #2 <old@example.org>'        "$(python resolve.py "$hash" 'J #2' old@example.org)"
empty=$'Omar <omar@example.org> <old@example.org>\nJane Smith <jane@example.org> Jane <>\n'
expect 'git, beside an empty one'   'Omar <omar@example.org>'       "$(git_resolve "$empty" 'O <old@example.org>')"
expect 'git, the empty one'         'Jane Smith <jane@example.org>' "$(git_resolve "$empty" 'Jane <>')"
expect 'libgit2, beside it'         'ValueError'                    "$(python resolve.py "$empty" O old@example.org)"
finish
