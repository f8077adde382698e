;;; Drives eglot against the built server and prints what it got, one JSON object.  -*- lexical-binding: t -*-
;; Run as: emacs --batch -l test/editors/emacs.el (with SIP_LENS_SERVER set)

(setq load-prefer-newer t)
(when (file-directory-p "/usr/share/emacs/site-lisp/elpa")
  (let ((default-directory "/usr/share/emacs/site-lisp/elpa")) (normal-top-level-add-subdirs-to-load-path)))
(when (file-directory-p "/usr/share/emacs/site-lisp/elpa-src")
  (let ((default-directory "/usr/share/emacs/site-lisp/elpa-src")) (normal-top-level-add-subdirs-to-load-path)))
(require 'eglot)
(require 'flymake)
(require 'json)

(define-derived-mode sip-mode fundamental-mode "SIP" "SIP messages and logs.")
(add-to-list 'auto-mode-alist '("\\.\\(sip\\|log\\)\\'" . sip-mode))
(add-to-list 'eglot-server-programs
             `(sip-mode . ("node" ,(getenv "SIP_LENS_SERVER") "--stdio")))
(setq-default eglot-workspace-configuration '((:sip-lens . (:language "tr"))))
(setq eglot-sync-connect t eglot-autoshutdown t)

(defvar sip-lens-found nil)
(defun sip-lens-note (key value) (push (cons key value) sip-lens-found))

(defun sip-lens-ask (method &optional line character)
  (jsonrpc-request
   (eglot--current-server-or-lose) method
   (append (list :textDocument (eglot--TextDocumentIdentifier))
           (when line (list :position (list :line line :character character))))))

(defun sip-lens-wait (done)
  (let ((tries 0))
    (while (and (not (funcall done)) (< tries 400))
      (accept-process-output nil 0.02)
      (setq tries (1+ tries)))))

(condition-case failure
    (progn
      (find-file (getenv "SIP_LENS_LOG"))
      (call-interactively #'eglot)
      (sip-lens-wait (lambda () (eglot-current-server)))
      (eglot-signal-didChangeConfiguration (eglot-current-server))
      (sip-lens-note 'hover (plist-get (plist-get (sip-lens-ask :textDocument/hover 1 9) :contents) :value))
      (sip-lens-note 'symbols
                     (vconcat (mapcar (lambda (symbol) (plist-get symbol :name))
                                      (sip-lens-ask :textDocument/documentSymbol))))
      (find-file (getenv "SIP_LENS_MESSAGE"))
      (eglot--maybe-activate-editing-mode)
      (sip-lens-wait (lambda () (progn (flymake-start) (flymake-diagnostics))))
      (sip-lens-note 'diagnostics (vconcat (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))
      (goto-char (point-min))
      (delete-region (point-min) (line-end-position))
      (insert "SIP/2.0 48")
      (eglot--signal-textDocument/didChange)
      (let ((answer (sip-lens-ask :textDocument/completion 0 10)))
        (sip-lens-note 'completion
                       (vconcat (mapcar (lambda (item) (plist-get item :label))
                                        (if (vectorp answer) answer (plist-get answer :items)))))))
  (error (sip-lens-note 'failure (error-message-string failure))))
(princ (concat "RESULT " (json-encode sip-lens-found) "\n"))
(kill-emacs 0)
