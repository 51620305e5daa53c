/**
 * Sources of frames: cameras, video files and streams, folders of images, drawn faces and recordings. {@link
 * org.maferstudio.video.Film} reads every frame of a file.
 */
package org.maferstudio.video;
