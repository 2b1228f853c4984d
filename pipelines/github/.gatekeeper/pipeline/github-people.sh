#!/bin/sh
# Prints who opened a pull request of GitHub, and who has approved it for which commit, as lines for $GITHUB_OUTPUT:
#
#   number=42
#   author=ada
#   reviews=janes@1a2b3c…,omarh@4d5e6f…
#
# Told by the environment: REPOSITORY (`acme/shop`), NUMBER of the pull request or in its place QUEUED, the branch of a merge
# queue's entry, and HEAD. It needs gh, and for that GH_TOKEN; what can't be read ends it, and the check with it.
set -euf
LC_ALL=C
export LC_ALL

die() {
    printf 'github-people.sh: %s\n' "$1" >&2
    exit 1
}

read_api() {
    path=$1
    shift
    gh api --paginate "repos/$REPOSITORY/$path" "$@"
}

# A queue's event names no pull request, but its branch does: refs/heads/gh-readonly-queue/main/pr-42-1a2b3c…
if [ -z "$NUMBER" ]; then
    NUMBER=${QUEUED##*/pr-}
    NUMBER=${NUMBER%%-*}
    HEAD=
fi
case $NUMBER in
'' | *[!0-9]*) die 'neither NUMBER nor QUEUED names a pull request' ;;
esac

opener=$(read_api "pulls/$NUMBER" --jq '[.user.login // "", .base.ref] | @tsv')
tab=$(printf '\t')
author=${opener%%"$tab"*}
target=${opener#*"$tab"}

# A check belongs to a commit: of two pull requests with one head, one's pass would count for the other's target.
if [ -n "$HEAD" ]; then
    TARGET=$target
    export TARGET HEAD NUMBER
    twins=$(read_api "commits/$HEAD/pulls" --jq '.[] | select(.state == "open" and .head.sha == env.HEAD and .base.ref != env.TARGET) | .number')
    [ -z "$twins" ] || die "pull request $(printf '%s' "$twins" | tr '\n' ' ') has the same head and another target: close one of them, or push a commit to one"
fi

# What was approved for another target wasn't approved for this one.
retargeted=$(read_api "issues/$NUMBER/timeline" --jq '.[] | select(.event == "base_ref_changed" or .event == "automatic_base_change_succeeded") | .created_at')
SINCE=$(printf '%s\n' "$retargeted" | sort | tail -n 1)
export SINCE

# Each person's last word. A comment is none; what is dismissed stands here as DISMISSED. GitHub tells the commit of each.
words=$(read_api "pulls/$NUMBER/reviews" --jq '.[] | select(.state != "COMMENTED" and .state != "PENDING" and .user != null)
    | [.user.login, .user.type, .state, (.commit_id // "-"), (.submitted_at > env.SINCE)] | @tsv')
latest=$(printf '%s\n' "$words" | awk -F '\t' '{ last[$1] = $0 } END { for (login in last) print last[login] }' | sort)

reviews=
while IFS=$tab read -r login type state commit current; do
    [ "$type $state $current" = 'User APPROVED true' ] || continue
    case $login in *[!A-Za-z0-9_-]*) continue ;; esac
    case $commit in *[!0-9a-f]*) continue ;; esac
    # Whoever may only read can press "Approve" all the same.
    permission=$(read_api "collaborators/$login/permission" --jq .permission) || die "whether '$login' may write can't be read"
    case $permission in
    admin | maintain | write) reviews=$reviews${reviews:+,}$login@$commit ;;
    esac
done <<END
$latest
END

case $author in *[!]A-Za-z0-9_[-]*) die 'the login of who opened it is none' ;; esac
printf 'number=%s\nauthor=%s\nreviews=%s\n' "$NUMBER" "$author" "$reviews"
