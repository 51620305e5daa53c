/** Sources of frames: cameras, video files and streams, folders of images, drawn faces and recordings. */
package org.maferstudio.video;
