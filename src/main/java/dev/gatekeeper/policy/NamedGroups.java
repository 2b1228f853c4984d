package dev.gatekeeper.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The groups that a policy may name as approvers: its own and, as {@code organisation/GROUP}, those of the organisation's policy. */
final class NamedGroups {

    /** Stands before a group of the organisation's policy; no group's own name holds a slash. */
    private static final String PREFIX = "organisation/";

    private final Origin origin;
    private final Map<String, List<Approver>> groups;
    private final Optional<Policy> organisation;
    private final Set<String> unknown = new LinkedHashSet<>();

    /**
     * @param origin where the policy comes from
     * @param own its own groups
     * @param organisation the organisation's policy, where the run has one
     */
    NamedGroups(Origin origin, Map<String, List<Approver>> own, Optional<Policy> organisation) {
        this.origin = origin;
        this.groups = new LinkedHashMap<>(own);
        this.organisation = organisation;
    }

    /** Takes note that the policy names {@code group}; what is wrong with that, if anything. */
    Optional<String> name(String group) {
        if (groups.containsKey(group)) {
            return Optional.empty();
        }
        String thing = "the group '" + group + "'";
        if (!group.startsWith(PREFIX)) {
            boolean foreign =
                    organisation.isPresent() && organisation.get().groups().containsKey(group);
            return Optional.of(thing
                    + (foreign
                            ? " is one of the organisation's policy; write " + PREFIX + group
                            : " is unknown; " + known(own())));
        }
        String name = group.substring(PREFIX.length());
        if (origin == Origin.ORGANISATION) {
            return Optional.of(
                    thing + " is written so in the policies of repositories; the organisation's own names its groups"
                            + " as they stand under 'approvers'");
        }
        if (name.isBlank() || name.indexOf('/') >= 0) {
            return Optional.of(thing + " is no group of the organisation's policy; write " + PREFIX
                    + "GROUP, where GROUP stands there under 'approvers' and holds no '/'");
        }
        if (organisation.isEmpty()) {
            unknown.add(group);
            return Optional.empty();
        }
        List<Approver> members = organisation.get().groups().get(name);
        if (members == null) {
            return Optional.of(thing + " is unknown; the organisation's policy has "
                    + foreign(organisation.get().groups().keySet()));
        }
        groups.put(group, members);
        return Optional.empty();
    }

    /** The members of its own groups, and of those of the organisation's that it names, by the names that it gives them. */
    Map<String, List<Approver>> all() {
        return Collections.unmodifiableMap(groups);
    }

    /** Those of the organisation's groups that it names and this run can't know, since it has no policy of the organisation. */
    Set<String> unknown() {
        return Collections.unmodifiableSet(unknown);
    }

    /** Whether {@code group} is one of another policy. */
    static boolean isForeign(String group) {
        return group.startsWith(PREFIX);
    }

    private List<String> own() {
        List<String> own = new ArrayList<>();
        for (String group : groups.keySet()) {
            if (!isForeign(group)) {
                own.add(group);
            }
        }
        return own;
    }

    private static String known(List<String> names) {
        return names.isEmpty() ? "the policy has none" : "known are " + String.join(", ", names);
    }

    private static String foreign(Collection<String> names) {
        return names.isEmpty() ? "none" : PREFIX + String.join(", " + PREFIX, names);
    }
}
