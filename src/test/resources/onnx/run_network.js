// Runs a network on images of 32-bit numbers: node run_network.js NET.onnx PIXELS OUTPUT RESULTS.json SHAPE,OF,AN,IMAGE
const fs = require("fs"), ort = require("onnxruntime-web");
const [network, pixels, output, results, dimensions] = process.argv.slice(2);

function toHalf(value) {
    const bits = new Uint32Array(new Float32Array([value]).buffer)[0];
    const sign = (bits >>> 16) & 0x8000, exponent = ((bits >>> 23) & 255) - 112, fraction = bits & 0x7fffff;
    if (exponent <= 0) return sign | Math.round(Math.abs(value) * 2 ** 24);
    const rounded = (exponent << 10) + (fraction >>> 13);
    const rest = fraction & 0x1fff;
    return sign | (rest > 0x1000 || (rest === 0x1000 && rounded & 1) ? rounded + 1 : rounded);
}

function fromHalf(bits) {
    const exponent = (bits >>> 10) & 31, fraction = bits & 1023;
    const value = exponent ? 2 ** (exponent - 15) * (1 + fraction / 1024) : fraction * 2 ** -24;
    return bits & 0x8000 ? -value : value;
}

async function run() {
    const session = await ort.InferenceSession.create(fs.readFileSync(network));
    const input = session.inputMetadata[0], half = input.type === "float16";
    const batch = typeof input.shape[0] === "number" && input.shape[0] > 0 ? input.shape[0] : 32;
    const shape = dimensions.split(",").map(Number), size = shape.reduce((a, b) => a * b);
    const file = fs.openSync(pixels, "r"), count = fs.fstatSync(file).size / (4 * size);
    const rows = [];
    for (let first = 0; first < count; first += batch) {
        const values = new Float32Array(batch * size); // images that are missing in the last batch are empty
        fs.readSync(file, values, 0, 4 * size * Math.min(batch, count - first), 4 * size * first);
        const tensor = new ort.Tensor(input.type, half ? Uint16Array.from(values, toHalf) : values, [batch, ...shape]);
        const { data, dims } = (await session.run({ [input.name]: tensor }))[output];
        for (let i = 0; i < Math.min(batch, count - first); i++) {
            rows.push(Array.from(data.slice(i * dims[1], (i + 1) * dims[1]), half ? fromHalf : (value) => value));
        }
    }
    fs.writeFileSync(results, JSON.stringify(rows));
}
run();
