#!/usr/bin/env python3
"""The values of ImageMeasuresTest: brightness, contrast and sharpness of a small image, by NumPy and OpenCV."""
import cv2
import numpy as np

grey = (np.arange(63) * 37 % 256).astype(np.uint8).reshape(7, 9)
laplacian = cv2.Laplacian(grey, cv2.CV_64F)[1:-1, 1:-1]
print(f"{grey.mean():.2f} {grey.std():.2f} {laplacian.var():.2f}")
