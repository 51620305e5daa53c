"""Writes MediaPipe's full-range face detector as ONNX: python3 full_range_onnx.py face_detection_full_range.tflite OUT.onnx

The weights are those of the file, in float16; only the order of their dimensions changes. ONNX Runtime computes fastest on
channels in groups of eight. So 12 and 36 channels become 16 and 40, by weights of zero; and where a shortcut with fewer
channels is added to the result of a convolution, it is added to that many of its channels, in place of zeros to the others.
Both leave the result as it is. The input "image" is (1, 3, 192, 192)
from -1 to 1, RGB; the outputs are "scores" (1, 2304, 1) before the sigmoid and "boxes" (1, 2304, 16) in pixels. Field
numbers and operators are those of TensorFlow Lite's schema.fbs; a FlatBuffer is read by hand, as no package of Debian does.
"""

import struct
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

ADD, CONVOLUTION, DEPTHWISE, DEQUANTIZE, MAX_POOL, RELU, RESHAPE, RESIZE, PAD = 0, 3, 4, 6, 17, 19, 22, 23, 34
TYPES = {0: np.float32, 1: np.float16, 2: np.int32}


class Record:
    """A table of a FlatBuffer."""

    def __init__(self, data, place):
        self.data = data
        self.place = place
        self.fields = place - struct.unpack_from("<i", data, place)[0]
        self.size = struct.unpack_from("<H", data, self.fields)[0]

    def _offset(self, field):
        at = 4 + 2 * field
        return struct.unpack_from("<H", self.data, self.fields + at)[0] if at < self.size else 0

    def number(self, field, kind, default=0):
        offset = self._offset(field)
        return struct.unpack_from("<" + kind, self.data, self.place + offset)[0] if offset else default

    def _target(self, field):
        offset = self._offset(field)
        if not offset:
            return None
        at = self.place + offset
        return at + struct.unpack_from("<I", self.data, at)[0]

    def record(self, field):
        return Record(self.data, self._target(field))

    def _vector(self, field):
        at = self._target(field)
        return (0, 0) if at is None else (at + 4, struct.unpack_from("<I", self.data, at)[0])

    def integers(self, field):
        at, count = self._vector(field)
        return list(struct.unpack_from(f"<{count}i", self.data, at))

    def records(self, field):
        at, count = self._vector(field)
        places = [at + 4 * i for i in range(count)]
        return [Record(self.data, p + struct.unpack_from("<I", self.data, p)[0]) for p in places]

    def bytes(self, field):
        at, count = self._vector(field)
        return self.data[at : at + count]


def groups_of_eight(channels):
    return channels if channels <= 8 else (channels + 7) // 8 * 8


def zeros_added(array, axis, size):
    widths = [(0, size - length if i == axis else 0) for i, length in enumerate(array.shape)]
    return np.pad(array, widths)


class Converter:
    def __init__(self, data):
        model = Record(data, struct.unpack_from("<I", data, 0)[0])
        codes = [max(code.number(0, "b"), code.number(3, "i")) for code in model.records(1)]
        self.graph = model.records(2)[0]
        self.shapes = [tensor.integers(0) for tensor in self.graph.records(0)]
        buffers = model.records(4)
        self.constants = {}
        for i, tensor in enumerate(self.graph.records(0)):
            content = buffers[tensor.number(2, "I")].bytes(0)
            if content:
                self.constants[i] = np.frombuffer(content, TYPES[tensor.number(1, "b")]).reshape(self.shapes[i])
        self.operators = [(codes[o.number(0, "I")], o) for o in self.graph.records(3)]
        for code, operator in self.operators:
            if code == DEQUANTIZE:
                self.constants[operator.integers(2)[0]] = self.constants[operator.integers(1)[0]]
        padded = {o.integers(2)[0]: o.integers(1)[0] for code, o in self.operators if code == PAD}
        self.shortcuts = {}  # by the convolution to whose result they are added
        for code, operator in self.operators:
            if code == ADD and any(i in padded for i in operator.integers(1)):
                shortcut, convolution = sorted(operator.integers(1), key=lambda i: i not in padded)
                self.shortcuts[convolution] = padded[shortcut]
        self.names = {self.graph.integers(1)[0]: "image"}
        self.nodes = []
        self.initialisers = []
        self.parts = {}

    def name(self, tensor):
        return self.names.get(tensor, f"t{tensor}")

    def constant(self, name, array):
        self.initialisers.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def weights(self, name, array):
        half = self.constant(f"w{name}", array)
        self.nodes.append(helper.make_node("Cast", [half], [half + ".float"], to=TensorProto.FLOAT))
        return half + ".float"

    def node(self, kind, inputs, output, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))

    def convolution(self, depthwise, options, inputs, output):
        source, weights, bias = inputs
        kernel = self.shapes[weights][1:3]
        strides = [options.number(2, "i", 1), options.number(1, "i", 1)]
        assert options.number(4 if depthwise else 3, "b") == 0, "no activation is fused"
        pads = [0, 0, 0, 0]
        for axis in range(2):
            before, after = self.shapes[source][axis + 1], self.shapes[output][axis + 1]
            total = max((after - 1) * strides[axis] + kernel[axis] - before, 0)
            pads[axis], pads[axis + 2] = total // 2, total - total // 2
        weights = self.constants[weights].transpose((3, 0, 1, 2) if depthwise else (0, 3, 1, 2))
        outputs = groups_of_eight(len(weights))
        inputs = 1 if depthwise else groups_of_eight(weights.shape[1])
        weights = zeros_added(zeros_added(weights, 0, outputs), 1, inputs)
        bias = zeros_added(self.constants[bias], 0, outputs)
        options = {"kernel_shape": kernel, "strides": strides, "pads": pads}
        parts = {"": slice(None)}
        if output in self.shortcuts:
            channels = self.shapes[self.shortcuts[output]][3]
            parts = {".first": slice(channels), ".rest": slice(channels, None)}
        for part, channels in parts.items():
            name = self.name(output) + part
            names = [self.name(source), self.weights(name, weights[channels]), self.weights(f"{name}.bias", bias[channels])]
            options["group"] = len(bias[channels]) if depthwise else 1
            self.node("Conv", names, name, **options)

    def add(self, inputs, output):
        target = self.name(output)
        convolution = next((i for i in inputs if i in self.shortcuts), None)
        if convolution is None:
            self.node("Add", [self.name(i) for i in inputs], target)
            return
        first, rest = (f"{self.name(convolution)}.{part}" for part in ("first", "rest"))
        self.node("Add", [first, self.name(self.shortcuts[convolution])], f"{target}.first")
        self.parts[target] = [f"{target}.first", rest]

    def convert(self):
        for number, (code, operator) in enumerate(self.operators):
            if code == DEQUANTIZE:
                continue
            inputs, output = operator.integers(1), operator.integers(2)[0]
            options = operator.record(4) if code in (CONVOLUTION, DEPTHWISE, MAX_POOL, RESIZE) else None
            source, target = self.name(inputs[0]), self.name(output)
            before, after = self.shapes[inputs[0]], self.shapes[output]
            if code in (CONVOLUTION, DEPTHWISE):
                self.convolution(code == DEPTHWISE, options, inputs, output)
            elif code == ADD:
                self.add(inputs, output)
            elif code == RELU and source in self.parts:
                for part in self.parts[source]:
                    self.node("Relu", [part], f"{part}.relu")
                self.node("Concat", [f"{part}.relu" for part in self.parts[source]], target, axis=1)
            elif code == RELU:
                self.node("Relu", [source], target)
            elif code == MAX_POOL:
                strides = [options.number(2, "i"), options.number(1, "i")]
                kernel = [options.number(4, "i"), options.number(3, "i")]
                self.node("MaxPool", [source], target, kernel_shape=kernel, strides=strides)
            elif code == PAD:
                pads = self.constants[inputs[1]]
                assert not pads[:3].any() and pads[3][0] == 0, "channels are added at the end"
            elif code == RESIZE:
                assert options.number(3, "b") and not options.number(2, "b"), "half-pixel centres"
                scales = np.array([1, 1, after[1] / before[1], after[2] / before[2]], np.float32)
                names = [source, "", self.constant(f"scales{number}", scales)]
                self.node("Resize", names, target, mode="linear", coordinate_transformation_mode="half_pixel")
            elif code == RESHAPE:
                self.node("Transpose", [source], target, perm=[0, 2, 3, 1])
                shape = self.constant(f"shape{number}", np.array(after, np.int64))
                self.node("Reshape", [target, shape], "scores" if after[2] == 1 else "boxes")
            else:
                raise ValueError(f"operator {code}")
        graph = helper.make_graph(
            self.nodes,
            "MediaPipe BlazeFace full-range",
            [helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 3, 192, 192])],
            [
                helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, 2304, 1]),
                helper.make_tensor_value_info("boxes", TensorProto.FLOAT, [1, 2304, 16]),
            ],
            self.initialisers,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
        onnx.checker.check_model(model, full_check=True)
        return model


with open(sys.argv[1], "rb") as stream:
    converted = Converter(stream.read()).convert()
with open(sys.argv[2], "wb") as stream:
    stream.write(converted.SerializeToString())
