/**
 * Files that are nobody else's business: {@link fwq.kit.file.OwnerOnly} makes them so from the
 * first moment, makes older ones so, and refuses to believe a secret that others could have read.
 * And folders for a while: {@link fwq.kit.file.ScratchFolder}.
 */
package fwq.kit.file;
