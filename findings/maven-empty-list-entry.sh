#!/usr/bin/env bash
# Maven's guide to plugin parameters says that a list can be given on the command line as texts with commas
# between them. Expected: "a,,b," gives texts, empty ones perhaps; the same Maven gives an empty text for a
# String parameter set to nothing.
# Seen with Maven 3.8.9, 3.9.16 and 4.0.0-rc-7: an empty entry is null, at the end as well, and in arrays too.
# A goal that walks the list meets a null that no text stands for. Blanks around an entry stay.
. "$(dirname "$0")/common.sh"
mkdir plugin use
(cd plugin && plugin_pom && mojo '    /** One. */ @Parameter(property = "one") private String one;
    /** List. */ @Parameter(property = "list") private List<String> list;
    /** Array. */ @Parameter(property = "array") private String[] array;
    @Override public void execute() {
        System.out.println("one=<" + one + ">");
        System.out.println("list=" + list);
        System.out.println("array=" + Arrays.toString(array));
    }')
(cd use && plugin_user '')
pom pom '<modules><module>plugin</module><module>use</module></modules>'
for version in 3.8.9 3.9.16 4.0.0-rc-7; do
    maven "$version" package -Done= -Dlist='a,, b,' -Darray='a,,' > output
    expect "Maven $version, String" '<>'                 "$(field one)"
    expect "Maven $version, List"   '[a, null,  b, null]' "$(field list)"
    expect "Maven $version, array"  '[a, null, null]'     "$(field array)"
done
finish
