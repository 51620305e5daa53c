const fs = require("fs"), ort = require("onnxruntime-web"), { PNG } = require("pngjs");
const labels = "anger disgust fear happiness sadness surprise neutral".split(" ");

async function predict(network, ...files) {
    const session = await ort.InferenceSession.create(fs.readFileSync(network));
    for (const file of files) {
        const face = PNG.sync.read(fs.readFileSync(file)); // grey, 48 x 48 pixels
        const pixels = Float32Array.from({ length: 44 * 44 }, (_, i) => {
            return face.data[4 * (48 * (2 + Math.floor(i / 44)) + 2 + (i % 44))];
        });
        const { logits } = await session.run({ pixels: new ort.Tensor(pixels, [1, 1, 44, 44]) });
        console.log(file, labels[logits.data.indexOf(Math.max(...logits.data))]);
    }
}
predict(...process.argv.slice(2));
