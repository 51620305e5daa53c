"""Checks ONNX files with onnx's own checker and shape inference, and prints what stands in them, one line each.

Needs Debian's python3-onnx.

    python3 check_onnx.py FILE.onnx...
"""
import sys
import onnx


def shape(value):
    return [d.dim_param or d.dim_value for d in value.type.tensor_type.shape.dim]


for file in sys.argv[1:]:
    onnx.checker.check_model(file, full_check=True)
    m = onnx.load(file)
    inferred = onnx.shape_inference.infer_shapes(m, strict_mode=True, data_prop=True).graph
    maps = {v.name: shape(v) for v in inferred.value_info}
    print(
        m.graph.name, "ir", m.ir_version, "opset", [(o.domain, o.version) for o in m.opset_import], m.producer_name,
        *[(v.name, shape(v)) for v in list(m.graph.input) + list(m.graph.output)],
        "pool1", maps.get("pool1_relu") or maps.get("pool1"),
        [p.key for p in m.metadata_props],
    )
