#!/usr/bin/env bash
# Makes the films of this folder and times.csv with ffmpeg and ffprobe 5.1.6 (Debian 12: apt-get install ffmpeg).
# Every film shows red at the upper left, green at the upper right, blue at the lower left and white at the lower right.
set -euo pipefail
cd "$(dirname "$0")"
run() { ffmpeg -y -v error -fflags +bitexact "$@"; }
source=$(mktemp --suffix .mkv)
raw=$(mktemp --suffix .mp4)
run -f lavfi -i "color=c=0x404040:s=64x48:r=25:d=0.8,drawbox=0:0:24:18:red:fill,drawbox=40:0:24:18:lime:fill,\
drawbox=0:30:24:18:blue:fill,drawbox=40:30:24:18:white:fill,drawbox=x=24+10*t:y=20:w=4:h=4:c=yellow:t=fill" -c:v ffv1 "$source"
h264=(-c:v libx264 -pix_fmt yuv420p -flags:v +bitexact)
run -i "$source" "${h264[@]}" -bf 3 -g 10 -movflags +faststart b-frames.mp4
run -i "$source" -vf transpose=2 "${h264[@]}" "$raw"
run -i "$raw" -c copy -metadata:s:v rotate=270 portrait.mp4
run -i "$source" -vf transpose=2,transpose=2 "${h264[@]}" "$raw"
run -i "$raw" -c copy -metadata:s:v rotate=180 upside-down.mp4
run -i "$source" -vf "setpts='(N/25+0.2*floor(N/7)+0.01*mod(N,3))/TB'" -vsync vfr -enc_time_base 1/90000 \
    -video_track_timescale 90000 "${h264[@]}" variable-rate.mp4
run -i "$source" -c:v libx265 -pix_fmt yuv420p10le -x265-params log-level=none hevc-10-bit.mp4
run -i "$source" -c:v libaom-av1 -cpu-used 8 -pix_fmt yuv420p10le av1-10-bit.mkv
run -i "$source" -c:v libvpx-vp9 -pix_fmt yuv420p10le -profile:v 2 vp9-10-bit.webm
run -ss 0.3 -i b-frames.mp4 -c copy edit-list.mp4
run -i "$source" "${h264[@]}" -output_ts_offset 5 -f mpegts late-start.ts
run -i "$source" -vf scale=48:48,setsar=4/3 "${h264[@]}" anamorphic.mp4
run -f lavfi -i sine=d=1 -itsoffset 0.2 -i "$source" -map 0:a -map 1:v "${h264[@]}" -c:a aac -b:a 16k sound-first.mp4
run -t 0.4 -i "$source" "${h264[@]}" -f mpegts "$raw"
cp "$raw" changing-size.ts
run -ss 0.4 -i "$source" -vf scale=128:96 -output_ts_offset 0.4 "${h264[@]}" -f mpegts "$raw"
cat "$raw" >>changing-size.ts
run -f lavfi -i sine=d=0.2 -c:a aac -b:a 16k sound-only.m4a
head -c 2000 edit-list.mp4 >no-index.mp4
run -i "$source" "${h264[@]}" -g 5 -f matroska "$raw"
head -c $(($(stat -c %s "$raw") * 85 / 100)) "$raw" >cut.mkv
rm -f "$source" "$raw"
echo "film,frame,time" >times.csv
for film in *.mp4 *.mkv *.webm *.ts; do
    [ "$film" = no-index.mp4 ] && continue
    start=$(ffprobe -v error -show_entries format=start_time -of csv=p=0 "$film")
    ffprobe -v error -select_streams v:0 -show_entries frame=best_effort_timestamp_time -of csv=p=0 "$film" |
        awk -F, -v film="$film" -v start="$start" '$1 != "" { printf "%s,%d,%.6f\n", film, n++, $1 - start }' >>times.csv
done
