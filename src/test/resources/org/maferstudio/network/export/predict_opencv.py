import sys
import cv2, numpy as np
from PIL import Image

labels = "anger disgust fear happiness sadness surprise neutral".split()
network = cv2.dnn.readNetFromONNX(sys.argv[1])
for file in sys.argv[2:]:
    face = Image.open(file).convert("L").resize((48, 48), Image.BILINEAR)
    pixels = np.asarray(face, np.float32)[None, None, 2:46, 2:46]
    network.setInput(pixels, "pixels")
    logits, features = network.forward(["logits", "features"])
    print(file, labels[logits[0].argmax()])
