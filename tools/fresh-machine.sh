#!/bin/sh
# Proves the README's two commands on a fresh machine. As root:
#
#     tools/fresh-machine.sh [FOLDER]      FOLDER: scratch, made and removed here; default ${TMPDIR:-/tmp}/…
#     SUITE=trixie tools/fresh-machine.sh  another Debian than bookworm
#
# A minimal Debian is bootstrapped into FOLDER with nothing added but git, which a newcomer has used to get the
# checkout. A clone of this checkout's HEAD goes into it, and inside run, timed, as root with an empty home
# folder and a clean environment:
#
#     ./run demo    from nothing: apt, pip, build
#     ./run test
#     ./run demo    once more, cut off from the network
#
# The host's way out to the network comes along: its Debian mirror, apt's and pip's proxy and index settings,
# its certificates. Needs debootstrap and unshare (util-linux). KEEP=1 leaves FOLDER behind.
set -eu

suite=${SUITE:-bookworm}
checkout=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
project='/root/my bids/bidgen' # with a space, to prove that paths may have them

die() { printf 'fresh-machine: %s\n' "$*" >&2; exit 1; }
say() { printf '\n== %s\n' "$*"; }
[ "$(id -u)" = 0 ] || die "must run as root"
for tool in debootstrap unshare git; do
    command -v $tool >/dev/null || die "needs $tool"
done
git -C "$checkout" rev-parse -q --verify HEAD >/dev/null || die "the checkout has no commit yet"

folder=${1:-$(mktemp -d "${TMPDIR:-/tmp}/fresh-machine.XXXXXX")}
machine=$folder/$suite
[ ! -e "$machine" ] || die "$machine is there already"

# Mounts are made in a namespace of their own and go with it; nothing can be mounted below $machine by now.
# shellcheck disable=SC2317 # called by the trap
clean_up() { [ -n "${KEEP:-}" ] || rm -rf --one-file-system "$machine"; rmdir "$folder" 2>/dev/null || :; }
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

# --- the machine ---------------------------------------------------------------------------------------------
say "bootstrapping Debian $suite into $machine"
# shellcheck disable=SC2016 # expanded by apt-get
mirror=$(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk -v suite="$suite" '$1 == suite { print $2; exit }') || mirror=
mkdir -p "$machine"
start=$(date +%s)
# shellcheck disable=SC2086 # no mirror, no argument
debootstrap --variant=minbase --include=git,ca-certificates "$suite" "$machine" $mirror >"$folder/debootstrap.log" 2>&1 ||
    { tail -n 20 "$folder/debootstrap.log" >&2; die "debootstrap failed"; }
rm -f "$folder/debootstrap.log"
echo "$(($(date +%s) - start)) s"

# --- the way out to the network ------------------------------------------------------------------------------
cp -L /etc/resolv.conf /etc/hosts "$machine/etc/"
apt-config dump Acquire >"$machine/etc/apt/apt.conf.d/90host"

# The settings that name a file need the file, too, under the same path.
set -- # collects NAME=VALUE
for name in PIP_CERT SSL_CERT_FILE REQUESTS_CA_BUNDLE GIT_SSL_CAINFO NODE_EXTRA_CA_CERTS; do
    eval "value=\${$name:-}"
    [ -f "$value" ] || continue
    mkdir -p "$machine${value%/*}"
    cp -L "$value" "$machine$value"
    set -- "$@" "$name=$value"
done
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY \
    PIP_INDEX_URL PIP_PROXY PIP_TRUSTED_HOST PIP_DEFAULT_TIMEOUT; do
    eval "value=\${$name:-}"
    [ -z "$value" ] || set -- "$@" "$name=$value"
done
if [ -z "${PIP_INDEX_URL:-}" ] && value=$(python3 -m pip config get global.index-url 2>/dev/null); then
    set -- "$@" "PIP_INDEX_URL=$value"
fi

# --- the project ---------------------------------------------------------------------------------------------
mkdir -p "$machine$project"
git clone -q --no-hardlinks "$checkout" "$machine$project"
say "bidgen $(git -C "$checkout" log -1 --format='%h %s')"

# inside UNSHARE-OPTIONS COMMAND: runs COMMAND in the project's folder on the machine, and times it.
inside() {
    options=$1 command=$2
    shift 2
    say "$command${options:+ ($options)}"
    start=$(date +%s)
    result=0
    # shellcheck disable=SC2016,SC2086 # expanded by the shells inside; zero or one option
    unshare --mount --pid --fork --kill-child $options sh -euc '
        machine=$1; shift
        mount -t proc proc "$machine/proc"
        mount --rbind /dev "$machine/dev"
        exec chroot "$machine" /usr/bin/env -i "$@"
    ' sh "$machine" HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@" \
        sh -euc 'cd "$1"; eval "$2"' sh "$project" "$command" || result=$?
    echo "-- exit status $result, $(($(date +%s) - start)) s"
    [ $result = 0 ] || failed=1
}

failed=0
inside '' './run demo' "$@"
inside '' './run test' "$@"
inside --net './run demo' "$@"
exit $failed
