/**
 * Guests that walk by themselves, from one to ten thousand in one program and on one thread.
 *
 * <p>A guest's way: {@link fwq.visitor.crowd.Reception} registers it and logs it in, a few at a
 * time; {@link fwq.visitor.crowd.Crowd} gets the session and lets the {@code CrowdGuest} enter;
 * four times a second the guest's {@code Visit} sees the newest frame, its {@code Walker} may say a
 * step, and what comes of it goes to the {@code ParkLink}. Answers and frames come from the link's
 * thread through a mailbox: answers in a bounded queue, of frames only the newest.
 */
package fwq.visitor.crowd;
