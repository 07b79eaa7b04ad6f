;;; A session in Emacs with eglot: open, see the findings, fix one, silence one.  Called by test_editors.py.  -*- lexical-binding: t -*-
(require 'json)
(require 'eglot)
(require 'flymake)
(define-derived-mode story-mode text-mode "Story")
(defvar job (json-parse-string (getenv "PRESSLINT_SESSION") :object-type 'alist :array-type 'list))
(defvar steps nil)

(defun seen ()
  "The findings with their words."
  (vconcat
   (mapcar (lambda (each)
             `((message . ,(flymake-diagnostic-text each))
               (words . ,(buffer-substring-no-properties (flymake-diagnostic-beg each)
                                                         (flymake-diagnostic-end each)))))
           (flymake-diagnostics))))

(defun wait-for (what check)
  "Wait until CHECK holds, or give up on WHAT."
  (let ((rounds 0))
    (while (and (not (funcall check)) (< rounds 6000))
      (accept-process-output nil 0.02)
      (setq rounds (1+ rounds)))
    (unless (funcall check)
      (error "Waited in vain for %s: %S" what (seen)))))

(defun note (what)
  "Remember how things stand after WHAT."
  (push `((what . ,what) (found . ,(seen)) (text . ,(buffer-string))) steps))

(defun act (words title)
  "Take the action that begins with TITLE at WORDS."
  (goto-char (point-min))
  (search-forward words)
  (let ((place (match-beginning 0)) (tick (buffer-modified-tick)))
    (let* ((server (eglot-current-server))
           (actions (jsonrpc-request
                     server :textDocument/codeAction
                     (list :textDocument (eglot--TextDocumentIdentifier)
                           :range (list :start (eglot--pos-to-lsp-position place)
                                        :end (eglot--pos-to-lsp-position place))
                           :context '(:diagnostics []))))
           (action (seq-find (lambda (each) (string-prefix-p title (plist-get each :title))) actions)))
      (unless action (error "No action %s in %S" title actions))
      (eglot--apply-workspace-edit (plist-get action :edit)))
    (wait-for title (lambda () (/= tick (buffer-modified-tick))))))

(let ((count (alist-get 'count job)) (eglot-sync-connect t) (eglot-connect-timeout 120))
  (add-to-list 'eglot-server-programs (cons 'story-mode (alist-get 'command job)))
  (find-file (alist-get 'file job))
  (story-mode)
  (eglot-ensure)
  (apply #'eglot (eglot--guess-contact))
  (flymake-mode 1)
  (wait-for "findings" (lambda () (= count (length (flymake-diagnostics)))))
  (note "opened")
  (act "The the" "Delete the second")
  (eglot--signal-textDocument/didChange)
  (wait-for "one finding less" (lambda () (= (1- count) (length (flymake-diagnostics)))))
  (note "fixed")
  (act (alist-get 'headline job) "Let it stand here (missing-byline)")
  (eglot--signal-textDocument/didChange)
  (wait-for "another finding less" (lambda () (= (- count 2) (length (flymake-diagnostics)))))
  (note "silenced")
  (save-buffer)
  (with-temp-file (alist-get 'out job)
    (insert (json-serialize `((steps . ,(vconcat (nreverse steps))))))))
