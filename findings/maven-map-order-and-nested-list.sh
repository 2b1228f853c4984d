#!/usr/bin/env bash
# Maven's guide to plugin parameters shows a Map whose entries are XML elements, and collections that may be
# nested. Expected: entries come in the order in which they are written, as a List's do, and the values of a
# Map<String, List<String>> are lists in every Maven 3.
# Seen with Maven 3.8.9, 3.9.16 and 4.0.0-rc-7: the map is sorted by key. In 3.8.9 a value is a String in
# spite of the field's type, which shows as a ClassCastException only where it is used; since 3.9 it is a
# list.
. "$(dirname "$0")/common.sh"
mkdir plugin use
(cd plugin && plugin_pom && mojo '    /** Map. */ @Parameter private Map<String, String> map;
    /** Lists. */ @Parameter private Map<String, List<String>> lists;
    @Override public void execute() {
        System.out.println("map=" + map);
        Object value = ((Map<?, ?>) lists).get("key");
        System.out.println("value=" + (value instanceof List ? "a list" : value.getClass().getSimpleName()));
    }')
(cd use && plugin_user '<map><second>1</second><first>2</first></map><lists><key>text</key></lists>')
pom pom '<modules><module>plugin</module><module>use</module></modules>'
for version in 3.8.9 3.9.16 4.0.0-rc-7; do
    maven "$version" package > output
    expect "Maven $version, order" '{first=2, second=1}' "$(field map)"
    case $version in 3.8.9) kind=String ;; *) kind='a list' ;; esac
    expect "Maven $version, value" "$kind" "$(field value)"
done
finish
