/**
 * The pane of videos: films that are analysed frame by frame, and their results on a timeline. Start reading at {@link
 * org.maferstudio.ui.analysis.AnalysisViewModel}.
 */
package org.maferstudio.ui.analysis;
