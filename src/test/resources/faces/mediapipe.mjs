// Writes what MediaPipe's own graph finds with the full-range network on the images of a folder. README.md says how to
// run it and what it changes in the package.
import fs from 'node:fs';
import http from 'node:http';
import {createRequire} from 'node:module';
import path from 'node:path';

const [folder, output] = process.argv.slice(2);
const require = createRequire(path.resolve('package.json'));
const {chromium} = require('playwright-core');
const solution = path.dirname(require.resolve('@mediapipe/face_detection/package.json'));

const PAGE = '<!doctype html><script src="/solution/face_detection.js"></script>';
const TYPES = {'.js': 'text/javascript', '.wasm': 'application/wasm'};
const IMAGE = /\.(jpe?g|png)$/i;
const POINTS = ['rightEye', 'leftEye', 'noseTip', 'mouthCentre', 'rightEar', 'leftEar'];

/** A field of a protocol buffer that has a length: a tag of one byte, the length, the bytes. */
function field(number, bytes) {
  const length = bytes.length < 128 ? [bytes.length] : [bytes.length & 127 | 128, bytes.length >> 7];
  return Buffer.concat([Buffer.from([number << 3 | 2, ...length]), bytes]);
}

/** MediaPipe's graph, with the threshold 0.5 instead of 0.6 and the network computed in float by TensorFlow Lite. */
function graph() {
  const bytes = fs.readFileSync(path.join(solution, 'face_detection_full.binarypb'));
  const detector = bytes.indexOf('FaceDetectionFullRangeGpu') - 4;
  const end = detector + 2 + bytes[detector + 1];
  const threshold = Buffer.from([0xa5, 0x02, 0, 0, 0, 0]);
  threshold.writeFloatLE(0.5, 2);
  const xnnpack = field(6, field(4, Buffer.alloc(0)));
  const options = Buffer.concat([
    field(1, Buffer.from('type.googleapis.com/drishti.FaceDetectionOptions')),
    field(2, Buffer.concat([threshold, xnnpack])),
  ]);
  const node = Buffer.concat([bytes.subarray(detector + 2, end), field(8, options)]);
  return Buffer.concat([bytes.subarray(0, detector), field(1, node), bytes.subarray(end)]);
}

function content(url) {
  const [, root, name] = decodeURIComponent(url).split('/');
  if (root === 'images') {
    return fs.readFileSync(path.join(folder, path.basename(name)));
  }
  switch (name) {
    case undefined:
      return PAGE;
    case 'face_detection_full.binarypb':
      return graph();
    case 'face_detection_full_range_sparse.tflite':
      return fs.readFileSync(path.join(solution, 'face_detection_full_range.tflite'));
    default:
      return fs.readFileSync(path.join(solution, path.basename(name)));
  }
}

const server = http.createServer((request, response) => {
  try {
    const body = content(request.url);
    const type = request.url === '/' ? 'text/html' : TYPES[path.extname(request.url)] ?? 'application/octet-stream';
    response.writeHead(200, {'Content-Type': type}).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise(ready => server.listen(0, '127.0.0.1', ready));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic',
    '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const results = {};
for (const name of fs.readdirSync(folder).filter(file => IMAGE.test(file)).sort()) {
  // A page of its own, so that no image carries anything over from the one before.
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const found = await page.evaluate(async url => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const detector = new FaceDetection({locateFile: file => `/solution/${file}`});
    detector.setOptions({model: 'full', selfieMode: false});
    // The first call fetches the network of the model chosen, the second builds its graph.
    await detector.initialize();
    await detector.initialize();
    let detections;
    detector.onResults(result => {
      detections = JSON.parse(JSON.stringify(result.detections));
    });
    await detector.send({image});
    return {width: image.naturalWidth, height: image.naturalHeight, detections};
  }, `/images/${encodeURIComponent(name)}`);
  await page.close();
  results[name] = {
    width: found.width,
    height: found.height,
    faces: found.detections.map(face => ({
      // The package minifies the name of the list of classes and of the score in it.
      score: Object.values(face.Z[0]).find(value => value > 0 && value <= 1),
      box: (({xCenter, yCenter, width, height}) => ({xCenter, yCenter, width, height}))(face.boundingBox),
      points: Object.fromEntries(face.landmarks.map(({x, y}, index) => [POINTS[index], {x, y}])),
    })),
  };
  console.log(name, results[name].faces.length);
}
await browser.close();
server.close();
fs.writeFileSync(output, JSON.stringify(results, null, 2) + '\n');
