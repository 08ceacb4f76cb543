/**
 * Files that are nobody else's business: {@link fwq.common.file.OwnerOnly} makes them so from the
 * first moment, makes older ones so, and refuses to believe a secret that others could have read.
 * And folders for a while: {@link fwq.common.file.ScratchFolder}.
 */
package fwq.common.file;
