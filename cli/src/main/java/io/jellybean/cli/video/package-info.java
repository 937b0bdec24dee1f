/** Videos of files and cameras, read and written by ffmpeg. Only this package knows JavaCV. */
@NullMarked
package io.jellybean.cli.video;

import org.jspecify.annotations.NullMarked;
