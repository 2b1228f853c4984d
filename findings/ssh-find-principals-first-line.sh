#!/usr/bin/env bash
# ssh-keygen(1) says that find-principals prints the principals of the allowed_signers file that fit the
# signature's key. Expected: those of every line that holds the key, or at least of one whose namespaces fit
# the signature, so that git, which asks it first and then verifies as each name, finds the right one.
# Seen with OpenSSH 9.2p1 and git 2.39.5: only the first line with the key counts, and its namespaces are not
# looked at. A good commit signature of a key that stands on two lines is refused or taken by their order.
. "$(dirname "$0")/common.sh"
ssh -V 2>&1 | sed 's/^/version: /'
echo "version: $(git --version)"

ssh-keygen -q -t ed25519 -N '' -C '' -f key
blob=$(cut -d' ' -f1,2 key.pub)
files="jane-files namespaces=\"file\" $blob"
commits="jane-commits namespaces=\"git\" $blob"
git init -q repository
git -C repository -c user.name=Jane -c user.email=jane@example.org -c gpg.format=ssh \
    -c user.signingKey="$work/key.pub" commit -q --allow-empty -S -m text
verdict() { # LINE LINE
    printf '%s\n' "$@" > signers
    if git -C repository -c gpg.ssh.allowedSignersFile="$work/signers" verify-commit HEAD > output 2>&1
    then echo good; else echo refused; fi
}
expect "the key's line for git first"     good    "$(verdict "$commits" "$files")"
expect "the key's line for files first"   refused "$(verdict "$files" "$commits")"
cat output

echo text > message
ssh-keygen -Y sign -q -n file -f key message
printf 'jane %s\nomar %s\n' "$blob" "$blob" > signers
expect 'principals printed for two lines' jane "$(ssh-keygen -Y find-principals -f signers -s message.sig | xargs)"
finish
