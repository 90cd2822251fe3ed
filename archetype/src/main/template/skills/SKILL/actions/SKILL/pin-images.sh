#!/bin/sh
# Pins the base images of the Dockerfile beside it to the digests that their tags name today. Run it again to renew them:
#   sh pin-images.sh
# An image that is pinned is the same in every build; one that is not gets security fixes by itself. Needs docker with buildx.
set -eu
cd "$(dirname "$0")"
for line in $(sed -n 's/^ARG \([A-Z]*_IMAGE=.*\)/\1/p' Dockerfile); do
  name=${line%%=*}
  image=${line#*=}
  tag=${image%%@*}
  digest=$(docker buildx imagetools inspect "$tag" | sed -n 's/^Digest: *\(sha256:[0-9a-f]*\)$/\1/p')
  if [ -z "$digest" ]; then
    echo "docker gave no digest of $tag. The Dockerfile stays as it is from here on." >&2
    exit 1
  fi
  sed "s|^ARG $name=.*|ARG $name=$tag@$digest|" Dockerfile > Dockerfile.new
  cat Dockerfile.new > Dockerfile
  rm Dockerfile.new
  echo "$tag is pinned to $digest"
done
