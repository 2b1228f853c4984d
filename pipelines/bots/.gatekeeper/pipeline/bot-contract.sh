#!/bin/sh
# Writes the contracts of a dependency bot's changes. Its answers are true of what such a bot does and of nothing else; a
# policy that asks for more gets it from a human.
#
#   sh bot-contract.sh renovate      in Renovate's own clone, as postUpgradeTasks: the contract is part of the bot's commit
#   sh bot-contract.sh dependabot    in a clone: commits a contract to each branch of Dependabot's that has none, as refs/bot/…
#
# Told by the environment: GATEKEEPER_VERSION, and for Dependabot TARGET, the ref that its changes want to enter; PATHS, what it
# may change, as patterns separated by blanks; and COMMITTER_NAME and COMMITTER_EMAIL, which become an author of the change:
# nobody's who approves.
set -euf
LC_ALL=C
export LC_ALL

# A text of somebody's, without what Maven, YAML or a page could take for more.
plain() {
    tr -c 'A-Za-z0-9._:/@+>(), -' ' ' | tr -s ' ' | cut -c 1-300 | sed 's| $||'
}

# Drafts in the work tree $1 the contract of the branch $2, which brings what $3 says. Maven runs in an empty folder: what the
# branch holds isn't run.
draft() {
    # The bot uses its branch's name again and again, and a contract's id counts once.
    id=$(printf '%s' "$2" | tr '[:upper:]' '[:lower:]' | tr -c 'a-z0-9\n' '-' | cut -c 1-80)-$(printf '%s' "$3" | sha256sum | cut -c 1-8)
    empty=$(mktemp -d)
    mkdir "$empty/.mvn"
    (
        cd "$empty"
        mvn -B -ntp -q "-Dgatekeeper.repository=$1" ${TARGET:+"-Dgatekeeper.target=$TARGET"} "-Dgatekeeper.id=$id" \
            "-Dgatekeeper.whatChanged=Dependencies: $3" \
            '-Dgatekeeper.whyChanged=A bot keeps dependencies up to date; its notes stand in the pull request.' \
            '-Dgatekeeper.invariantsChecked=INVARIANTS.md: no code of this repository changes, only what it depends on.' \
            '-Dgatekeeper.tests=the required checks of this pull request => they have to pass before it lands' \
            "dev.gatekeeper:gatekeeper-maven-plugin:$GATEKEEPER_VERSION:draft" </dev/null
    )
}

# The data file that Renovate writes (dataFileTemplate): the branch on its first line, an update on each further one.
renovate() {
    data=$RENOVATE_POST_UPGRADE_COMMAND_DATA_FILE
    branch=$(head -n 1 "$data")
    draft "$PWD" "$branch" "$(tail -n +2 "$data" | paste -s -d , - | sed 's|,|, |g' | plain)"
}

# Whether the change from $1 to $2 is one of manifests alone. Who made it proves nothing, since a commit names whom it likes.
is_bump() {
    changed=$(git diff --name-only --no-renames "$1...$2") || return 1
    while IFS= read -r path; do
        for pattern in $PATHS; do
            # shellcheck disable=SC2254 # it is a pattern
            case $path in $pattern) continue 2 ;; esac
        done
        return 1
    done <<END
$changed
END
}

dependabot() {
    for ref in $(git for-each-ref --format='%(refname)' refs/remotes/origin/dependabot/); do
        branch=${ref#refs/remotes/origin/}
        [ "$(git log -1 --format=%ae "$ref")" = '49699333+dependabot[bot]@users.noreply.github.com' ] || continue
        is_bump "$TARGET" "$ref" || continue
        [ -z "$(git diff --name-only --diff-filter=A "$TARGET...$ref" -- .gatekeeper/contracts)" ] || continue
        tree=$(mktemp -d)/tree
        git worktree add -q --detach "$tree" "$ref"
        draft "$tree" "$branch" "$(git log -1 --format=%s "$ref" | plain)"
        git -C "$tree" add .gatekeeper/contracts
        # Dependabot stops rebasing a branch that others commit to, unless they say this; it then pushes over the contract, and
        # the next run writes it again.
        git -C "$tree" -c "user.name=$COMMITTER_NAME" -c "user.email=$COMMITTER_EMAIL" commit -q -m 'Answer for the update [dependabot skip]'
        git update-ref "refs/bot/$branch" "$(git -C "$tree" rev-parse HEAD)"
        git worktree remove --force "$tree"
    done
}

case ${1:-} in
renovate | dependabot) "$1" ;;
*)
    echo "bot-contract.sh: give it 'renovate' or 'dependabot'" >&2
    exit 1
    ;;
esac
