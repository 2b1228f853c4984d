#!/usr/bin/env bash
# gitmailmap(5): names and emails of a .mailmap are matched without regard to letter case.
# Expected: other readers of the format, dulwich and libgit2, do the same.
# Seen with git 2.39.5, dulwich 0.21.2 and libgit2 1.5.1 (by pygit2 1.11.1): both compare letter by letter. An
# address that a commit gives in other letters is nobody's to them, and an entry of name and email, of which git takes
# the first, gives way to one of the email alone: the same commit gets another person.
. "$(dirname "$0")/common.sh"
echo "version: $(git --version)"
debs python3-dulwich=0.21.2-1+b1 python3-urllib3 python3-six python3-pygit2=1.11.1-3 libgit2-1.5 libhttp-parser2.9 \
    libmbedcrypto7 libmbedtls14 libmbedx509-1 libssh2-1 python3-cffi python3-cffi-backend python3-cached-property \
    python3-pycparser
git init -q clone
cat > clone/.mailmap <<'MAP'
Jane Smith <jane@example.org> <OLD@example.org>
Jane Smith <jane@example.org> J Two <shared@example.org>
Omar <omar@example.org> <shared@example.org>
MAP

cat > resolve.py <<'PYTHON'
import sys
import pygit2
from dulwich.mailmap import Mailmap, read_mailmap

reader, name, email = sys.argv[1:]
if reader == "dulwich":
    with open("clone/.mailmap", "rb") as file:
        print(Mailmap(read_mailmap(file)).lookup(f"{name} <{email}>".encode()).decode())
else:
    with open("clone/.mailmap") as file:
        print("%s <%s>" % pygit2.Mailmap.from_buffer(file.read()).resolve(name, email))
PYTHON
for reader in dulwich libgit2; do
    expect "$reader, as written"          'Jane Smith <jane@example.org>' "$(python resolve.py $reader J OLD@example.org)"
    expect "$reader, in other letters"    'J <old@example.org>'           "$(python resolve.py $reader J old@example.org)"
    expect "$reader, name in other ones"  'Omar <omar@example.org>'       "$(python resolve.py $reader 'j two' shared@example.org)"
done
expect 'git, in other letters'    'Jane Smith <jane@example.org>' "$(git -C clone check-mailmap 'J <old@example.org>')"
expect 'git, name in other ones'  'Jane Smith <jane@example.org>' "$(git -C clone check-mailmap 'j two <shared@example.org>')"
finish
