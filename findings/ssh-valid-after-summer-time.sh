#!/usr/bin/env bash
# ssh-keygen(1), "ALLOWED SIGNERS", says that a valid-after without "Z" is read in the local time zone.
# Expected: noon in Berlin on 1 July is 10:00 UTC, as Berlin is then two hours ahead.
# Seen with OpenSSH 9.2p1: the text is taken for standard time all year, so noon means 11:00 UTC and the key
# is refused for an hour in which it should be valid. In winter both agree. With "Z" all is well.
. "$(dirname "$0")/common.sh"
ssh -V 2>&1 | sed 's/^/version: /'

ssh-keygen -q -t ed25519 -N '' -C '' -f key
echo text > message
ssh-keygen -Y sign -q -n app -f key message
verdict() { # LIMIT MOMENT
    printf 'jane valid-after="%s" %s\n' "$1" "$(cut -d' ' -f1,2 key.pub)" > signers
    if TZ=Europe/Berlin ssh-keygen -Y verify -f signers -I jane -n app -s message.sig \
        -O verify-time="$2" < message > output 2>&1; then echo good; else echo refused; fi
}
expect 'winter, one minute after noon'        good    "$(verdict 202601011200 20260101110100Z)"
expect 'summer, one minute after noon'        refused "$(verdict 202607011200 20260701100100Z)"
cat output
expect 'summer, one hour and a minute after'  good    "$(verdict 202607011200 20260701110100Z)"
expect 'summer, the limit given with Z'       good    "$(verdict 202607011000Z 20260701100100Z)"
finish
