#!/usr/bin/env bash
# gitignore(5): patterns are those of fnmatch(3) and **; blanks at their end are dropped; "/**" at the end is what lies
# inside. Expected: dulwich, git in Python, ignores what git ignores.
# Seen with git 2.39.5 and dulwich 0.21.2: dulwich knows no [[:alpha:]] and no [^a], keeps a blank at the end, takes
# "a/**" for the folder itself, "/**/x" for no x at the root, and "foo**" for nothing below a folder of such a name.
. "$(dirname "$0")/common.sh"
echo "version: $(git --version)"
debs python3-dulwich=0.21.2-1+b1 python3-urllib3 python3-six
git init -q clone

cat > ignored.py <<'PYTHON'
import sys
from dulwich.ignore import IgnoreFilter

pattern, path = (argument.encode() for argument in sys.argv[1:])
print("yes" if IgnoreFilter([pattern]).is_ignored(path) else "no")
PYTHON

# both PATTERN PATH GIT DULWICH
both() {
    printf '%s\n' "$1" > clone/.gitignore
    if git -C clone check-ignore -q --no-index -- "$2"; then git=yes; else git=no; fi
    expect "git,     '$1' of '$2'" "$3" "$git"
    expect "dulwich, '$1' of '$2'" "$4" "$(python ignored.py "$1" "$2")"
}
both '*.java'       'x/y.java'  yes yes
both '[[:alpha:]]x' 'qx'        yes no
both '[^a]b'        'xb'        yes no
both 'x '           'x'         yes no
both 'a/**'         'a'         no  yes
both '/**/x'        'x'         yes no
both 'foo**'        'foobar/x'  yes no
finish
