#!/usr/bin/env bash
# A whole number as a goal's parameter is given in text. Expected: it is read as Integer.valueOf reads it, so
# that 010 is ten and 0x10 is refused; nothing in Maven's guide to plugin parameters speaks of Java's
# literals.
# Seen with Maven 3.8.9, 3.9.16 and 4.0.0-rc-7: 010 is eight, 0x10 and #10 are sixteen, and 08 ends the build.
# A padded number (a month, a build number) means another one.
. "$(dirname "$0")/common.sh"
mkdir plugin use
(cd plugin && plugin_pom && mojo '    /** Number. */ @Parameter(property = "number") private int number;
    @Override public void execute() {
        System.out.println("number=" + number);
    }')
(cd use && plugin_user '')
pom pom '<modules><module>plugin</module><module>use</module></modules>'
number() { # VERSION TEXT
    if maven "$1" package -Dnumber="$2" > output; then field number; else echo refused; fi
}
for version in 3.8.9 3.9.16 4.0.0-rc-7; do
    expect "Maven $version, 10"   10      "$(number $version 10)"
    expect "Maven $version, 010"  8       "$(number $version 010)"
    expect "Maven $version, #10"  16      "$(number $version '#10')"
    expect "Maven $version, 08"   refused "$(number $version 08)"
done
finish
